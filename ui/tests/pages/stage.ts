/**
 * The pages with the host in memory, in a real browser, under the content
 * security policy of the desktop program.
 */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname } from "node:path";

import { chromium, type Browser, type Page } from "playwright-core";

import type { RoomView } from "../../src/generated/types";
import { built } from "../built";

/** The policy of the desktop program; only its bridge is replaced by nothing. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** The pages are built once for all stages of a file. */
let pages: ReturnType<typeof built> | undefined;

/** A browser with the pages in it. */
export class Stage {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #address: string;
  /** What pages complained about: errors, and everything that the policy stopped. */
  readonly complaints: string[] = [];

  private constructor(browser: Browser, server: Server, address: string) {
    this.#browser = browser;
    this.#server = server;
    this.#address = address;
  }

  /** Builds the pages and opens a browser. */
  static async open(): Promise<Stage> {
    const files = await (pages ??= built("memory"));
    const server = createServer((request, response) => {
      const path = request.url === "/" ? "index.html" : (request.url ?? "").slice(1);
      const body = files.get(path);
      response.writeHead(body === undefined ? 404 : 200, {
        "content-type": types[extname(path)] ?? "text/plain",
        "content-security-policy": policy,
      });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const browser = await chromium.launch({
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    });
    return new Stage(browser, server, `http://127.0.0.1:${String(port)}/`);
  }

  /** A fresh window on the first page. */
  async enter(colorScheme: "light" | "dark" = "light"): Promise<Page> {
    const page = await this.#blank(colorScheme);
    await page.goto(this.#address);
    const heading = page.getByRole("heading", { level: 1 });
    await heading.waitFor({ timeout: 10_000 }).catch((reason: unknown) => {
      throw new Error(`The first page does not open. ${this.complaints.join("\n")}`, {
        cause: reason,
      });
    });
    return page;
  }

  /** The room's window with this on its screen, by a bridge that knows nothing else. */
  async room(view: RoomView, colorScheme: "light" | "dark" = "light"): Promise<Page> {
    const page = await this.#blank(colorScheme);
    await page.addInitScript((first) => {
      const bridge = {
        shown: first,
        heard: new Array<(event: unknown) => void>(),
        invoke: (command: string) => {
          if (command === "room_view") return Promise.resolve(bridge.shown);
          if (command === "plugin:event|listen") return Promise.resolve(1);
          return Promise.reject(new Error(`${command} is not permitted`));
        },
        transformCallback: (listener: (event: unknown) => void) => bridge.heard.push(listener),
      };
      Reflect.set(window, "__TAURI_INTERNALS__", bridge);
    }, view);
    await page.goto(`${this.#address}room.html`);
    await page.getByRole("heading", { level: 1, name: view.heading }).waitFor();
    return page;
  }

  /** Changes what is on the room's screen, and lets its window hear of it. */
  async show(page: Page, view: RoomView): Promise<void> {
    await page.evaluate((next) => {
      const bridge: unknown = Reflect.get(window, "__TAURI_INTERNALS__");
      if (typeof bridge !== "object" || bridge === null) return;
      Reflect.set(bridge, "shown", next);
      const heard: unknown = Reflect.get(bridge, "heard");
      if (!Array.isArray(heard)) return;
      for (const listener of heard) {
        if (typeof listener === "function")
          listener({ id: 1, event: "changed", payload: { topics: [] } });
      }
    }, view);
  }

  async #blank(colorScheme: "light" | "dark"): Promise<Page> {
    const page = await this.#browser.newPage({
      viewport: { width: 1280, height: 720 },
      colorScheme,
    });
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        this.complaints.push(message.text());
    });
    return page;
  }

  /** Closes everything. */
  async close(): Promise<void> {
    await this.#browser.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The source of axe, to put into a page that may load nothing. */
export const axeSource = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
