/** What stands between a chosen file and an open dossier. */
import type { ChosenFile, ProblemView } from "../../generated/types";

/** What is given to open a file, beside the file. */
export interface Given {
  readonly passphrase?: string;
}

/** A file that would not open. */
export interface Obstacle {
  readonly file: ChosenFile;
  readonly given: Given;
  readonly problem: ProblemView;
}
