"""From a request to the answer that its page documents."""
