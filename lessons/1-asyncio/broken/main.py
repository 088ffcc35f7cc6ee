import asyncio


async def fetch_data():
    await asyncio.sleep(1)
    return "Data"


results = [asyncio.run(fetch_data()) for _ in range(10)]
print(results)
