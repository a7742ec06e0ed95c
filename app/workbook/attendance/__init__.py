"""The roster for attendance systems: their own exported template filled in, or the bodies of their requests."""
