/**
 * Going from place to place. The window never leaves its own page: a place is
 * the part behind the `#`, and a page that holds unsaved words is asked first.
 */
import { addressOf, assessmentOf, routeAt, type Route } from "./route";

/** Says whether the page may be left; may save first. */
export type Guard = (to: Route) => Promise<boolean>;

/** Pages that one visits from an assessment without leaving it behind. */
const besides: ReadonlySet<Route["page"]> = new Set(["sign", "identity", "verify", "keys"]);

/** The place of this moment, and how to leave it. */
export class Navigation {
  #current = $state.raw<Route>({ page: "start" });
  #assessment = $state<string | null>(null);
  #guards: readonly Guard[] = [];
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
    this.#current = routeAt(window.location.hash);
    this.#assessment = assessmentOf(this.#current);
  }

  /** Where the window is. */
  get current(): Route {
    return this.#current;
  }

  /** The assessment one is in, or came from on the way to a page beside it. */
  get assessment(): string | null {
    return this.#assessment;
  }

  /** Goes somewhere, if the page that is shown lets go. */
  async go(to: Route): Promise<boolean> {
    for (const guard of this.#guards) if (!(await guard(to))) return false;
    this.#guards = [];
    this.#current = to;
    this.#assessment = assessmentOf(to) ?? (besides.has(to.page) ? this.#assessment : null);
    if (this.#window.location.hash !== addressOf(to)) {
      this.#window.history.pushState(null, "", addressOf(to));
    }
    return true;
  }

  /** Asks `guard` too before the page is left. Returns how to stop asking. */
  guardWith(guard: Guard): () => void {
    this.#guards = [...this.#guards, guard];
    return () => {
      this.#guards = this.#guards.filter((other) => other !== guard);
    };
  }

  /** Follows links and the keys for back and forward. Returns how to stop. */
  listen(): () => void {
    const follow = (event: MouseEvent) => {
      const route = linkedRoute(event);
      if (route === null) return;
      event.preventDefault();
      void this.go(route);
    };
    const move = () => void this.#moved();
    this.#window.document.addEventListener("click", follow);
    this.#window.addEventListener("popstate", move);
    return () => {
      this.#window.document.removeEventListener("click", follow);
      this.#window.removeEventListener("popstate", move);
    };
  }

  async #moved(): Promise<void> {
    const stay = addressOf(this.#current);
    if (this.#window.location.hash === stay) return;
    if (!(await this.go(routeAt(this.#window.location.hash)))) {
      this.#window.history.pushState(null, "", stay);
    }
  }
}

function linkedRoute(event: MouseEvent): Route | null {
  if (!(event.target instanceof Element)) return null;
  const address = event.target.closest("a")?.getAttribute("href");
  return address?.startsWith("#/") ? routeAt(address) : null;
}
