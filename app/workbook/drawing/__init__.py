"""Pictures for the chat group, drawn without a screen; light colours of the visual language."""
