// Made-up records for work on the pages without a server. Deterministic, so that two screenshots can be compared.
let seed = 7
export function random() {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed / 2147483648
}
export const pick = (list) => list[Math.floor(random() * list.length)]
export const uuid = (kind, number) => `${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`
const NOW = Date.now()
export const ago = (hours) => new Date(NOW - hours * 3600_000).toISOString()
const day = (days) => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10)

export const users = [
  {
    id: uuid('00000001', 1),
    name: 'Anna Berg',
    email: 'anna@example.com',
    role: 'PROPRIETOR',
    active: true,
    version: 1,
    lastSeen: ago(0.1),
  },
  {
    id: uuid('00000001', 2),
    name: 'Jonas Weiß',
    email: 'jonas@example.com',
    role: 'SALES_MANAGER',
    active: true,
    version: 1,
    lastSeen: ago(5),
  },
  {
    id: uuid('00000001', 3),
    name: 'Мария Соколова',
    email: 'maria@example.com',
    role: 'SALES_MANAGER',
    active: true,
    version: 1,
    lastSeen: ago(49),
  },
  {
    id: uuid('00000001', 4),
    name: 'Tim Keller',
    email: 'tim@example.com',
    role: 'VIEWER',
    active: false,
    version: 2,
    lastSeen: ago(900),
  },
  {
    id: uuid('00000001', 5),
    name: '',
    email: 'new.colleague@example.com',
    role: 'VIEWER',
    active: true,
    invited: true,
    version: 1,
  },
]

const given =
  'Emma Lukas Sofie Felix Клара Иван Ольга Henrik Marta Pavel Léa Noah Ida Karl Tom Nina Jan Eva Paul Lena'.split(' ')
const family =
  'Schneider Novák Иванова Larsen Rossi Dubois Meyer Kowalski Fischer Petersen Weber Lindqvist García Braun'.split(' ')
const firms =
  'Nordlicht Handels GmbH|Atelier Blau|ООО «Северный берег»|Kaffeerösterei Hafen|Velo & Co|Studio Mira|Bergwerk Outdoor AG|Lumen Optik|Papier & Feder|Gartenhaus Weiss'.split(
    '|',
  )
const tags = ['wholesale', 'newsletter', 'vip', 'returning', 'abroad']

export const customers = Array.from({ length: 2400 }, (_, index) => {
  const company = random() < 0.22
  const name = company ? `${pick(firms)}${index > 40 ? ` ${index}` : ''}` : `${pick(given)} ${pick(family)}`
  const mail = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}${index}@example.org`.replace(/^\./, '')
  return {
    id: uuid('00000002', index),
    kind: company ? 'COMPANY' : 'PERSON',
    name,
    givenName: company ? undefined : name.split(' ')[0],
    familyName: company ? undefined : name.split(' ')[1],
    taxId: company ? `DE${811000000 + index}` : undefined,
    lifecycle: pick(['CUSTOMER', 'CUSTOMER', 'CUSTOMER', 'PROSPECT', 'FORMER']),
    owner: pick(users.slice(0, 3)).id,
    email: mail,
    phone: `+4930${1000000 + index * 37}`,
    firstTouch: pick(['woocommerce', 'woocommerce', 'manual']),
    lastTouch: 'woocommerce',
    points: [
      { kind: 'EMAIL', value: mail, verified: true, validFrom: ago(2000) },
      { kind: 'PHONE', value: `+4930${1000000 + index * 37}`, verified: false, validFrom: ago(2000) },
    ],
    addresses: [
      {
        kind: 'BILLING',
        lines: [`Hafenstraße ${1 + (index % 90)}`],
        city: pick(['Hamburg', 'Berlin', 'Wien', 'Tallinn']),
        postcode: String(10000 + index),
        country: pick(['DE', 'DE', 'AT', 'EE']),
      },
    ],
    tags: tags.filter(() => random() < 0.18),
    consents: [{ purpose: 'newsletter', state: pick(['GRANTED', 'DENIED']), at: ago(800), evidence: 'shop' }],
    locale: pick(['de', 'en', 'ru']),
    createdAt: ago(index * 3 + 1),
    version: 1,
  }
})

export const products = Array.from({ length: 340 }, (_, index) => ({
  id: uuid('00000004', index),
  name: `${pick(['Linen shirt', 'Enamel mug', 'Canvas bag', 'Desk lamp', 'Wool socks', 'Notebook A5', 'Cutting board', 'Espresso beans 1 kg'])} ${pick(['Sand', 'Indigo', 'Forest', 'Natural', 'No. 4'])}`,
  sku: `SKU-${1000 + index}`,
  nature: index % 9 === 0 ? 'SOFTWARE' : 'GOODS',
  taxCategory: 'STANDARD',
  legalEntity: uuid('00000013', 1),
  parent: index % 7 === 3 ? uuid('00000004', 0) : undefined,
  cents: 990 + (index % 40) * 450,
  listings: Array.from({ length: 1 + (index % 2) }, (_, shop) => ({
    account: uuid('00000006', shop + 1),
    externalId: String(700 + index),
    name: `Listing ${index}`,
    sku: `SKU-${1000 + index}`,
    price: ((990 + (index % 40) * 450 + shop * 100) / 100).toFixed(2),
    currency: 'EUR',
    foreignState: 'publish',
    stock: String((index * 7) % 60),
    delisted: false,
    changedAt: ago(index * 5),
  })),
  version: 1,
}))

const payments = [
  ['OPEN', 'UNPAID', 'on-hold'],
  ['OPEN', 'PAID', 'processing'],
  ['COMPLETED', 'PAID', 'completed'],
  ['COMPLETED', 'PAID', 'completed'],
  ['COMPLETED', 'REFUNDED', 'refunded'],
  ['CANCELLED', 'UNPAID', 'cancelled'],
  ['OPEN', 'FAILED', 'failed'],
]
export const orders = Array.from({ length: 3200 }, (_, index) => {
  const customer = pick(customers.slice(0, 900))
  const [state, payment, foreignState] = index < 3 ? payments[index] : pick(payments)
  const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const product = pick(products)
    const quantity = 1 + Math.floor(random() * 3)
    return {
      kind: 'PRODUCT',
      sku: product.sku,
      name: product.name,
      quantity: String(quantity),
      unitPrice: (product.cents / 100).toFixed(2),
      total: ((product.cents * quantity) / 100).toFixed(2),
      tax: ((product.cents * quantity * 0.19) / 100).toFixed(2),
    }
  })
  const minor = Math.round(lines.reduce((sum, line) => sum + (Number(line.total) + Number(line.tax)) * 100, 0)) + 490
  return {
    id: uuid('00000003', index),
    number: String(18240 - index),
    channel: 'woocommerce',
    account: uuid('00000006', 1),
    externalId: String(18240 - index),
    customer: { id: customer.id, name: customer.name },
    state,
    payment,
    foreignState,
    deleted: false,
    total: { minor, currency: 'EUR' },
    tax: { minor: Math.round(minor * 0.16), currency: 'EUR' },
    shipping: { minor: 490, currency: 'EUR' },
    discount: { minor: 0, currency: 'EUR' },
    refunded: { minor: payment === 'REFUNDED' ? minor : 0, currency: 'EUR' },
    placedAt: ago(index * 1.7 + 0.3),
    paidAt: payment === 'PAID' ? ago(index * 1.7 + 0.2) : undefined,
    changedAt: ago(index * 1.7),
    history: index > 400,
    version: 1,
    lines: [
      ...lines,
      { kind: 'SHIPPING', name: 'DHL Paket', quantity: '1', unitPrice: '4.90', total: '4.90', tax: '0.78' },
    ],
    refunds:
      payment === 'REFUNDED' ? [{ amount: { minor, currency: 'EUR' }, reason: 'Wrong size', at: ago(index) }] : [],
  }
})

const stageNames = ['New', 'Contacted', 'Offer sent', 'Negotiation', 'Waiting for payment']
export const pipeline = {
  id: uuid('00000007', 1),
  name: 'Sales',
  version: 1,
  stages: stageNames.map((name, index) => ({ id: uuid('00000008', index), name, probability: 20 * (index + 1) })),
}
export const deals = Array.from({ length: 640 }, (_, index) => {
  const order = index % 3 === 0 ? orders[index] : undefined
  const customer = order?.customer ?? (({ id, name }) => ({ id, name }))(pick(customers))
  const outcome = index < 260 ? 'OPEN' : pick(['WON', 'WON', 'LOST'])
  return {
    id: uuid('00000005', index),
    pipeline: pipeline.id,
    stage: pipeline.stages[index < 260 ? Math.floor(random() ** 1.4 * 5) : 4].id,
    outcome,
    origin: order ? 'ORDER' : 'HAND',
    title: order
      ? `Order ${order.number}`
      : pick(['Restock for autumn', 'Shop fittings', 'Corporate gifts', 'Annual contract', 'Sample order']),
    customer,
    owner: pick(users.slice(0, 3)).id,
    value: order?.total ?? {
      minor: 12000 + Math.floor(random() * 900) * 1000,
      currency: index % 11 === 4 ? 'CHF' : 'EUR',
    },
    refunded: { minor: 0, currency: 'EUR' },
    nextStep: index % 4 === 0 ? undefined : day(Math.floor(random() * 14) - 4),
    lossReason: outcome === 'LOST' ? 'Too expensive' : undefined,
    openedAt: ago(index * 4 + 2),
    enteredStageAt: ago(index * 2 + 1),
    closedAt: outcome === 'OPEN' ? undefined : ago(index),
    orders: order ? [order.id] : [],
    version: 1,
  }
})

export const timelines = new Map()
export function timelineOf(id) {
  if (timelines.has(id)) return timelines.get(id)
  const entries = orders
    .filter((order) => order.customer.id === id)
    .slice(0, 40)
    .map((order, index) => ({
      id: uuid('00000009', index),
      source: 'order.placed',
      textKey: 'order.timeline.placed',
      at: order.placedAt,
      parameters: {
        number: order.number,
        channel: order.channel,
        amount: `${(order.total.minor / 100).toFixed(2)} EUR`,
      },
      fallback: `Order ${order.number} placed`,
      reference: { type: 'order', id: order.id },
    }))
  entries.push({
    id: uuid('00000009', 900),
    source: 'customer.note',
    at: ago(30),
    textKey: 'customer.timeline.note',
    parameters: { author: 'Anna Berg', text: 'Called back: wants the blue one, delivery before Friday.' },
    reference: { type: 'note', id: 'n1' },
    fallback: 'Note',
  })
  entries.sort((a, b) => b.at.localeCompare(a.at))
  timelines.set(id, entries)
  return entries
}

const tally = (done, total, failed = 0) => ({ done, total, failed })
const account = {
  kind: 'woocommerce',
  settings: {},
  connectedAt: ago(300),
  status: 'ACTIVE',
  refusedMessages: 0,
  version: 3,
}
export const accounts = [
  {
    ...account,
    id: uuid('00000006', 1),
    label: 'Hafenladen',
    url: 'https://hafenladen.example',
    owner: users[0].id,
    reach: 'WEBHOOKS',
    sweptAt: ago(0.1),
    setAside: 2,
    progress: {
      phase: 'ORDERS',
      orders: tally(6240, 10000, 2),
      customers: tally(2400, 2400),
      products: tally(340, 340),
      startedAt: ago(0.5),
    },
  },
  {
    ...account,
    id: uuid('00000006', 2),
    label: 'Outlet',
    url: 'http://10.0.0.7:8081',
    owner: users[1].id,
    reach: 'SWEEP',
    reachReason: 'publicUrl is not an https address',
    sweptAt: ago(2),
    setAside: 0,
    failure: 'The shop refuses the keys (401). Make new ones in WooCommerce and enter them here.',
    failedAt: ago(2),
    progress: {
      phase: 'DONE',
      orders: tally(810, 810),
      customers: tally(420, 420),
      products: tally(77, 77),
      startedAt: ago(90),
      finishedAt: ago(89),
    },
  },
]
