import asyncio


async def fetch_data():
    await asyncio.sleep(1)
    return "Data"


async def main():
    return await asyncio.gather(*[fetch_data() for _ in range(10)])


results = asyncio.run(main())
print(results)
