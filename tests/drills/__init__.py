"""What an operator fears, done to real nodes on PostgreSQL while readers ask; see script/drill."""
