"""The day played through customer by customer, for a given staffing or an actual roster, many times over."""
