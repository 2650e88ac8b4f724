"""Rules: data that say what the model does about statements, one model a kind."""
