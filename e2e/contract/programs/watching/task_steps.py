"""Four tasks of asyncio take very many steps."""

import asyncio


async def step(times):
    for _ in range(times):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(step(10_000) for _ in range(4)))
    print("all stepped")


asyncio.run(main())
