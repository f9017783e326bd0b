# What the rules refuse: one message per code.
