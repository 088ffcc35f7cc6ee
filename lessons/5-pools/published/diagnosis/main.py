from sqlalchemy.pool import QueuePool

engine = create_engine("sqlite:///:memory:", poolclass=QueuePool, pool_size=4)
print(engine.pool.status())
