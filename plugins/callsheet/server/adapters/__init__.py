"""The reference server on a network: ASGI, sockets, protocols and worker processes."""
