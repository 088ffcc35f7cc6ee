engine = create_engine("sqlite:///:memory:", pool_size=4, max_overflow=8)

for visit in range(80):
    with engine.connect() as conn:
        answer = conn.execute("SELECT 7")
