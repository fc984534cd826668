/** What the pages expect of a browser and the one in the tests does not have. */
if ("window" in globalThis) window.scrollTo = () => undefined;
