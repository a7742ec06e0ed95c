"""The roster page: agents × days in one painted matrix, what it covers, what it breaks, and the search for better."""
