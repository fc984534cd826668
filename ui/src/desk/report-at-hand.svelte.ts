/** The report that was made, signed or chosen last, to go on with on the next page. */
import type { ChosenFile } from "../generated/types";

/** Holds that report while the window is open. */
export class ReportAtHand {
  #file = $state.raw<ChosenFile | null>(null);

  /** The report, if there is one. */
  get file(): ChosenFile | null {
    return this.#file;
  }

  /** Goes on with this report. */
  take(file: ChosenFile | null): void {
    this.#file = file;
  }
}
