"""What boards share: posts beside cards of members, their words, lists and ends."""
