declare global {
  /** Answers that the page asked for before its scripts were here, by their addresses. */
  var kontorEarly: Record<string, Promise<Response> | undefined> | undefined
}

/** The answer that the page asked for before its scripts were here: for the first who wants it, and for nobody after. */
export function earlyAnswer(address: string): Promise<Response> | undefined {
  const answer = globalThis.kontorEarly?.[address]
  if (answer) delete globalThis.kontorEarly?.[address]
  return answer
}
