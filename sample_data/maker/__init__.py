"""Makes the sample company: its customers, what they buy, how long they stay, what they say."""
