"""What a learner has learnt and is to look at again: progress over weeks, and review cards."""
