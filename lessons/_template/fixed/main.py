import asyncio


async def work():
    await asyncio.sleep(0.2)


async def main():
    await asyncio.gather(*[work() for _ in range(5)])


asyncio.run(main())
