/** Says that the first part of an answer is there. */
export type FirstPart = () => void;

/**
 * Asks the server what follows from a state that changes faster than answers come. One answer is on its way at a time. Its first part comes whole whatever
 * changes meanwhile, so that a hand that moves without rest sees answers however busy the server is. What comes after the first part has a moment, enough where
 * nobody else is served, and is then given up for a newer state. The newest state is always asked for next; so the last one is answered in full.
 */
export class Follower {
  readonly #answer: (first: FirstPart, given: AbortSignal) => Promise<void>;
  readonly #moment: number;
  #isChanged = false;
  #given: AbortController | null = null;
  #first: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * `answer` asks for what follows from the state as it is at the call; it ends soon once its signal is aborted, and tells its own errors.
   * `moment` is how long what comes after the first part may keep a newer state waiting, ms.
   */
  constructor(answer: (first: FirstPart, given: AbortSignal) => Promise<void>, moment: number) {
    this.#answer = answer;
    this.#moment = moment;
  }

  /** The state is another. */
  changed(): void {
    this.#isChanged = true;
    if (this.#given === null) void this.#follow();
    else this.#hurry(this.#given);
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#isChanged = false;
    this.#given?.abort();
  }

  #hurry(given: AbortController): void {
    if (this.#isChanged && this.#first !== null) this.#timer ??= setTimeout(() => given.abort(), this.#first + this.#moment - performance.now());
  }

  async #follow(): Promise<void> {
    while (this.#isChanged) {
      const given = new AbortController();
      this.#given = given;
      this.#isChanged = false;
      try {
        await this.#answer(() => {
          this.#first = performance.now();
          this.#hurry(given);
        }, given.signal);
      } finally {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#first = this.#given = null;
      }
    }
  }
}
