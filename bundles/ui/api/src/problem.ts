/** One field's error of a problem document: the code names the reason, the message says the way out. */
export interface FieldProblem {
  code?: string
  message: string
}

/** RFC 9457 problem document as every Kontor endpoint answers it; `code` is stable, the rest is for people. */
export interface Problem {
  type?: string
  title: string
  status: number
  code: string
  detail?: string
  arguments?: Record<string, unknown>
  fields?: Record<string, string | FieldProblem>
}

/** What every failed call throws. Status 0 means that the server was not reached. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }

  get code(): string {
    return this.problem.code
  }

  /** The message for one field, or undefined where the field is fine. */
  field(name: string): string | undefined {
    const found = this.problem.fields?.[name]
    return typeof found === 'string' ? found : found?.message
  }
}

/** Turns anything caught into a problem, so that a page has one kind of error to show. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const detail = error instanceof Error ? error.message : String(error)
  return new ProblemError({ title: 'Unexpected error', status: 0, code: 'client.unexpected', detail })
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value
}

/** Reads a failed answer; a body that is no problem document (a proxy's page) becomes one by its status. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const text = await response.text()
  try {
    const body: unknown = JSON.parse(text)
    if (isProblem(body)) return new ProblemError(body)
  } catch {
    // Not JSON: answered below by the status alone.
  }
  return new ProblemError({
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    code: `http.${response.status}`,
  })
}
