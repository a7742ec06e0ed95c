"""The forecast page: the band per day or over the whole horizon, with the last promotion beneath."""
