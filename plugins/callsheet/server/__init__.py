"""The reference server: answers every documented request as its page promises."""
