async def main():
    await asyncio.gather(*[load_page() for _ in range(8)])


asyncio.run(main())
