import asyncio


async def work():
    await asyncio.sleep(0.2)


async def main():
    for _ in range(5):
        await work()


asyncio.run(main())
