"""What operations do, beyond answering with their documented example.

A behaviour is a function from a `callsheet.server.engine.call.Call` to an `Answer`, registered by
uid.
"""
