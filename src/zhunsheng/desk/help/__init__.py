"""What a person is told of their work and of the rules behind it: read from declarations."""
