/** Particulars on their way into the dossier: what is typed, and what stood in the way. */
import { Attempt } from "./attempt.svelte";

/** What is typed survives a refresh of the page that it is typed on. */
export class Particulars<Form extends object> extends Attempt {
  /** What is typed so far. */
  readonly form: Form;

  constructor(before: Form) {
    super();
    this.form = $state({ ...before });
  }
}
