import {
  accounts,
  ago,
  customers,
  deals,
  orders,
  pipeline,
  products,
  random,
  timelineOf,
  users,
  uuid,
} from './data.mjs'
import { isAway, moduleRoutes } from './modules.mjs'

// A stand-in for the REST side while pages are made: same paths, same shapes, answers from memory. Never shipped.
let session = process.env.MOCK_LOGGED_OUT ? undefined : users[0]
let position = 1
const preferences = {}
const streams = new Set()

class Refusal extends Error {
  constructor(status, code, detail, fields) {
    super(detail)
    this.body = { type: `urn:kontor:problem:${code}`, title: detail, status, code, detail, arguments: {}, fields }
  }
}

export function hint(type, id) {
  position++
  for (const stream of streams)
    stream.write(`id: ${position}\ndata: ${JSON.stringify({ type, id, version: position })}\n\n`)
}

function page(rows, query, map = (row) => row) {
  const from = Number(query.get('cursor') ?? 0)
  const limit = Number(query.get('limit') ?? 50)
  const items = rows.slice(from, from + limit).map(map)
  return { items, next: from + limit < rows.length ? String(from + limit) : null }
}

function find(rows, id) {
  const row = rows.find((candidate) => candidate.id === id)
  if (!row) throw new Refusal(404, 'request.not-found', 'There is no such record')
  return row
}

function patch(rows, id, body, request) {
  const row = find(rows, id)
  const version = Number((request.headers['if-match'] ?? '').replace(/"/g, ''))
  if (version !== row.version) throw new Refusal(412, 'request.stale', 'Somebody changed it in the meantime')
  for (const [key, value] of Object.entries(body)) row[key] = value ?? undefined
  row.version++
  return row
}

const contains = (text, q) =>
  String(text ?? '')
    .toLowerCase()
    .includes(q.toLowerCase())

function boardDeal({ orders: own, ...deal }) {
  const owner = users.find((user) => user.id === deal.owner)
  return { ...deal, owner: { id: owner.id, name: owner.name } }
}

function dealDetail(id) {
  const deal = find(deals, id)
  const log = [
    { at: deal.openedAt, actor: 'Anna Berg', to: pipeline.stages[0].id, outcome: 'OPEN' },
    {
      at: deal.enteredStageAt,
      actor: 'Jonas Weiß',
      from: pipeline.stages[0].id,
      to: deal.stage,
      outcome: deal.outcome,
    },
  ]
  return { deal: boardDeal(deal), pipeline, orders: deal.orders.map((order) => find(orders, order)), log }
}

function listing({ points, addresses, ...row }) {
  return {
    ...row,
    mainEmail: row.email,
    mainPhone: row.phone,
    city: addresses[0].city,
    country: addresses[0].country,
    lastActivityAt: row.createdAt,
  }
}

function stageDeals(stage, owner) {
  return deals
    .filter((deal) => deal.stage === stage && deal.outcome === 'OPEN' && (!owner || deal.owner === owner))
    .sort((a, b) => b.enteredStageAt.localeCompare(a.enteredStageAt))
}

function totals(list) {
  const sums = {}
  for (const { value } of list) sums[value.currency] = (sums[value.currency] ?? 0) + value.minor
  return Object.entries(sums).map(([currency, minor]) => ({ currency, minor }))
}

function closed(id, outcome, body, request) {
  const version = Number((request.headers['if-match'] ?? '').replace(/"/g, '')) || body.version
  const deal = find(deals, id)
  if (version !== deal.version) throw new Refusal(412, 'request.stale', 'Somebody changed it in the meantime')
  deal.outcome = outcome
  deal.lossReason = outcome === 'LOST' ? body.reason : undefined
  deal.closedAt = outcome === 'OPEN' ? undefined : new Date().toISOString()
  deal.version++
  hint('deal', id)
  return dealDetail(id)
}

const routes = [
  ...moduleRoutes({ Refusal, hint, page }),
  [
    'GET',
    '/access/session',
    () => {
      if (!session) throw new Refusal(401, 'access.unauthenticated', 'Log in first')
      return {
        user: session,
        permissions: (process.env.MOCK_PERMISSIONS ?? '*').split(' '),
        workspace: { id: 'w1', name: 'Hafenladen' },
        locale: process.env.MOCK_LOCALE ?? 'en',
        csrfToken: 'mock',
      }
    },
  ],
  [
    'POST',
    '/access/session',
    ({ body }) => {
      if (body.password === 'wrong') throw new Refusal(401, 'access.wrong-password', 'E-mail or password is wrong')
      session = users[0]
    },
  ],
  ['DELETE', '/access/session', () => void (session = undefined)],
  ['GET', '/access/preferences', () => ({ values: preferences })],
  ['PUT', '/access/preferences/:name', ({ name, body }) => void (preferences[name] = body.value)],
  ['GET', '/access/setup', () => ({ open: true })],
  ['POST', '/access/setup', () => void (session = users[0])],
  ['POST', '/access/password-reset', () => undefined],
  ['GET', '/access/users', ({ query }) => page(users, query)],
  ['PATCH', '/access/users/:id', ({ id, body, request }) => patch(users, id, body, request)],
  ['POST', '/access/users/invitations', () => ({ link: 'https://kontor.example/invitation#4fXk2pQ9sLw8' })],
  [
    'GET',
    '/customer/customers',
    ({ query }) => {
      const q = query.get('q') ?? ''
      return page(
        customers.filter(
          (row) =>
            (contains(row.name, q) || contains(row.email, q) || contains(row.phone, q)) &&
            (!query.get('owner') || row.owner === query.get('owner')) &&
            (!query.get('lifecycle') || row.lifecycle === query.get('lifecycle')),
        ),
        query,
        listing,
      )
    },
  ],
  ['GET', '/customer/customers/:id', ({ id }) => find(customers, id)],
  ['PATCH', '/customer/customers/:id', ({ id, body, request }) => patch(customers, id, body, request)],
  ['GET', '/customer/customers/:id/timeline', ({ id, query }) => page(timelineOf(id), query)],
  ['GET', '/customer/customers/:id/merged', () => []],
  ['GET', '/customer/duplicates', () => ({ items: [], next: null })],
  [
    'POST',
    '/customer/customers/:id/notes',
    ({ id, body }) => {
      const note = {
        id: uuid('00000010', position++),
        source: 'customer.note',
        at: new Date().toISOString(),
        textKey: 'customer.timeline.note',
        parameters: { author: session.name, text: body.text },
        fallback: 'Note',
        reference: { type: 'note', id: 'n' },
      }
      timelineOf(id).unshift(note)
      return note
    },
  ],
  [
    'GET',
    '/order/orders',
    ({ query }) =>
      page(
        orders.filter(
          (row) =>
            row.number.startsWith(query.get('q') ?? '') &&
            (!query.get('state') || row.state === query.get('state')) &&
            (!query.get('payment') || row.payment === query.get('payment')) &&
            (!query.get('customer') || row.customer.id === query.get('customer')),
        ),
        query,
      ),
  ],
  ['GET', '/order/orders/:id', ({ id }) => find(orders, id)],
  [
    'GET',
    '/catalog/products',
    ({ query }) =>
      page(
        products.filter((row) => contains(row.name, query.get('q') ?? '') || contains(row.sku, query.get('q') ?? '')),
        query,
      ),
  ],
  [
    'GET',
    '/catalog/products/:id',
    ({ id }) => ({
      product: find(products, id),
      proposals: [{ product: id, other: uuid('00000004', 9), sku: 'SKU-1009', proposedAt: ago(9) }],
    }),
  ],
  ['GET', '/pipeline/pipelines', () => [pipeline]],
  [
    'GET',
    '/pipeline/pipelines/:id/board',
    ({ query }) => ({
      pipeline,
      columns: pipeline.stages.map((stage) => {
        const list = stageDeals(stage.id, query.get('owner'))
        return {
          stage,
          count: list.length,
          totals: totals(list),
          deals: { items: list.slice(0, 50).map(boardDeal), next: list.length > 50 ? '50' : null },
        }
      }),
    }),
  ],
  [
    'GET',
    '/pipeline/pipelines/:id/stages/:stage/deals',
    ({ stage, query }) => page(stageDeals(stage, query.get('owner')), query, boardDeal),
  ],
  [
    'GET',
    '/pipeline/deals',
    ({ query }) =>
      page(
        deals.filter(
          (deal) =>
            (!query.get('customer') || deal.customer?.id === query.get('customer')) &&
            (!query.get('order') || deal.orders.includes(query.get('order'))) &&
            (!query.get('outcome') || deal.outcome === query.get('outcome')),
        ),
        query,
        boardDeal,
      ),
  ],
  [
    'POST',
    '/pipeline/deals',
    ({ body }) => {
      if (!body.title)
        throw new Refusal(400, 'request.invalid', 'A title is needed', {
          title: { code: 'request.invalid', message: 'A title is needed' },
        })
      const customer = customers.find((row) => row.id === body.customer)
      const deal = {
        ...body,
        id: uuid('00000005', 10_000 + position),
        outcome: 'OPEN',
        origin: 'HAND',
        stage: body.stage ?? pipeline.stages[0].id,
        customer: customer && { id: customer.id, name: customer.name },
        refunded: { minor: 0, currency: 'EUR' },
        openedAt: new Date().toISOString(),
        enteredStageAt: new Date().toISOString(),
        owner: body.owner ?? session.id,
        orders: [],
        version: 1,
      }
      deals.unshift(deal)
      hint('deal', deal.id)
      return dealDetail(deal.id)
    },
  ],
  ['GET', '/pipeline/deals/:id', ({ id }) => dealDetail(id)],
  [
    'PATCH',
    '/pipeline/deals/:id',
    ({ id, body, request }) => (hint('deal', id), patch(deals, id, body, request), dealDetail(id)),
  ],
  [
    'POST',
    '/pipeline/deals/:id/move',
    ({ id, body }) => {
      const deal = find(deals, id)
      if (body.version !== deal.version) throw new Refusal(412, 'request.stale', 'Somebody changed it in the meantime')
      Object.assign(deal, { stage: body.stage, enteredStageAt: new Date().toISOString(), version: deal.version + 1 })
      hint('deal', id)
      return dealDetail(id)
    },
  ],
  ['POST', '/pipeline/deals/:id/win', ({ id, body, request }) => closed(id, 'WON', body, request)],
  ['POST', '/pipeline/deals/:id/lose', ({ id, body, request }) => closed(id, 'LOST', body, request)],
  ['POST', '/pipeline/deals/:id/reopen', ({ id, body, request }) => closed(id, 'OPEN', body, request)],
  [
    'GET',
    '/connector/kinds',
    () => [
      {
        kind: 'woocommerce',
        name: 'WooCommerce',
        oneButton: false,
        oneButtonObstacle: 'shops send their keys to an https address only, and this installation has none',
        fields: [
          { name: 'consumerKey', kind: 'SECRET', label: 'woocommerce.field.consumerKey', required: true },
          { name: 'consumerSecret', kind: 'SECRET', label: 'woocommerce.field.consumerSecret', required: true },
        ],
      },
    ],
  ],
  ['GET', '/connector/accounts', () => accounts],
  ['GET', '/connector/accounts/:id', ({ id }) => find(accounts, id)],
  [
    'PATCH',
    '/connector/accounts/:id',
    ({ id, body, request }) =>
      patch(accounts, id, 'paused' in body ? { status: body.paused ? 'PAUSED' : 'ACTIVE' } : body, request),
  ],
  ['DELETE', '/connector/accounts/:id', ({ id }) => void (find(accounts, id).status = 'DISCONNECTED')],
  ['POST', '/connector/accounts/:id/sweep', () => undefined],
  [
    'POST',
    '/connector/accounts',
    ({ body }) => {
      if (!String(body.url).startsWith('http'))
        throw new Refusal(422, 'connector.field-invalid', 'The field url is not valid', {
          url: { code: 'connector.field-invalid', message: 'Begin with https://' },
        })
      const account = {
        ...accounts[0],
        ...body,
        label: body.label ?? body.url,
        id: uuid('00000006', 10 + position),
        setAside: 0,
      }
      accounts.push(account)
      return account
    },
  ],
  [
    'GET',
    '/connector/accounts/:id/dead-letters',
    ({ id, query }) =>
      page(
        id.endsWith('1')
          ? [1, 2].map((n) => ({
              id: uuid('00000012', n),
              resource: 'order',
              externalId: String(17900 + n),
              reason:
                n === 1 ? 'The total "12,5O" is not a number.' : 'The shop answers 404 for the customer of this order.',
              attempts: 5,
              firstAt: ago(n * 5),
              lastAt: ago(n * 3),
            }))
          : [],
        query,
      ),
  ],
  ['POST', '/connector/accounts/:id/dead-letters/:letter/retry', () => undefined],
  ['POST', '/connector/accounts/:id/dead-letters/:letter/discard', () => undefined],
  ['POST', '/connector/accounts/:id/dead-letters/:letter/restore', () => undefined],
  [
    'GET',
    '/search',
    ({ query }) => {
      const q = query.get('q') ?? ''
      const people = customers
        .filter((row) => contains(row.name, q) || contains(row.phone, q))
        .slice(0, 6)
        .map((row) => ({ type: 'customer', id: row.id, title: row.name, subtitle: row.email }))
      const bought = orders
        .filter((row) => row.number.startsWith(q))
        .slice(0, 4)
        .map((row) => ({ type: 'order', id: row.id, title: `#${row.number}`, subtitle: row.customer.name }))
      return { items: [...people, ...bought] }
    },
  ],
]

function match(pattern, path) {
  const names = []
  const expression = new RegExp(`^${pattern.replace(/:(\w+)/g, (_, name) => (names.push(name), '([^/]+)'))}$`)
  const found = expression.exec(path)
  return found && Object.fromEntries(names.map((name, index) => [name, found[index + 1]]))
}

async function read(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  if (request.headers['content-type'] === 'application/octet-stream') return bytes
  return bytes.length ? JSON.parse(bytes.toString('utf8')) : {}
}

const HELD_MILLISECONDS = Number(process.env.MOCK_HOLD ?? 10_000)

/** Requests for a module that is away wait for it; undefined where it is back in time. */
async function hold(path) {
  const until = Date.now() + HELD_MILLISECONDS
  while (isAway(path)) {
    if (Date.now() > until) throw new Refusal(503, 'module.away', 'This part of Kontor is being replaced')
    await new Promise((resume) => setTimeout(resume, 50))
  }
}

function stream(request, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.write(': hello\n\n')
  streams.add(response)
  request.on('close', () => streams.delete(response))
}

/** Answers a request below /api; false where it is none. */
export async function answer(request, response) {
  const url = new URL(request.url, 'http://mock')
  if (!url.pathname.startsWith('/api/')) return false
  if (url.pathname === '/api/events') return (stream(request, response), true)
  const path = url.pathname.slice(4)
  let status = 200
  let body
  try {
    const route = routes
      .map(([method, pattern, run]) => method === request.method && [match(pattern, path), run])
      .find((candidate) => candidate && candidate[0])
    if (!session && !/^\/access\/(session|setup|password-reset)/.test(path))
      throw new Refusal(401, 'request.log-in-required', 'Log in')
    await hold(path)
    if (!route) throw new Refusal(404, 'request.not-found', `No such operation: ${request.method} ${path}`)
    body = await route[1]({ ...route[0], query: url.searchParams, body: await read(request), request })
    await new Promise((resume) => setTimeout(resume, 20 + random() * 60))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    status = error.body.status
    body = error.body
  }
  response.writeHead(body === undefined ? 204 : status, {
    'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
    ...(status === 503 ? { 'Retry-After': '2' } : {}),
  })
  response.end(body === undefined ? undefined : JSON.stringify(body))
  return true
}
