"""Who may call what: authentication, security schemes and other origins."""
