/** What a file of a program may be called: names joined by `/`, such as `main.py` or `shop/orders.py`. */
export const FILE_PATH = /^\w[\w-]*(\.\w[\w-]*)*(\/\w[\w-]*(\.\w[\w-]*)*)*$/;
