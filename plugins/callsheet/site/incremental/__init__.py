"""What is kept from build to build, and when it is made anew."""
