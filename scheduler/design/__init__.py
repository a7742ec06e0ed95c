"""Which shifts to offer: designed from the requirement, before anybody is rostered."""
