"""Code that runs in the page: in WebAssembly, in a worker, without sockets."""
