"""Very many statements and checkouts of a connection pool."""

from sqlalchemy import create_engine, text

engine = create_engine("sqlite://")
with engine.connect() as connection:
    total = sum(connection.execute(text(f"select {number}")).scalar() for number in range(8_000))
for _ in range(4_000):
    with engine.connect() as connection:
        pass
print(total)
