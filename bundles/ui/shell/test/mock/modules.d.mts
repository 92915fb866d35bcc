interface Request {
  id: string
  body: unknown
  query: URLSearchParams
}

type Route = [method: string, path: string, run: (request: Partial<Request>) => unknown]

export function moduleRoutes(with_: {
  Refusal: new (status: number, code: string, detail: string) => Error
  hint: (type: string, id: string) => void
  page: <T>(rows: T[], query: URLSearchParams) => { items: T[]; next: string | null }
}): Route[]
