import { ago, users, uuid } from './data.mjs'

// A stand-in for the engine of modules: the same paths and shapes, operations that take a second, and failures on request:
// an uploaded file whose name holds "broken", "hangs", "refused" or "throws" ends so; MOCK_STATES=1 shows every state.
const STEPS = ['prepare', 'drain', 'stop', 'install', 'refresh', 'start', 'check', 'record']
const STEP_MILLISECONDS = Number(process.env.MOCK_STEP ?? 400)
const NEEDS = {
  order: ['catalog'],
  pipeline: ['order'],
  connector: ['order'],
  woocommerce: ['connector'],
  demo: ['order'],
}
const NAMES = ['catalog', 'connector', 'demo', 'order', 'pipeline', 'woocommerce']
const reason = (code, words, values = {}) => ({ code: `modules.${code}`, words, arguments: values })

const fingerprint = (number) => String(number).padStart(64, 'a')
const artefacts = NAMES.map((module, index) => ({
  id: fingerprint(index),
  module,
  version: '0.1.0',
  origin: 'shipped',
  size: 48_000 + index * 71_000,
  storedAt: ago(400),
}))
const states = new Map(
  NAMES.filter((name) => name !== 'demo').map((name, index) => [
    name,
    { artefact: artefacts.find(({ module }) => module === name).id, state: 'active', since: ago(30 + index * 40) },
  ]),
)
const log = []
const plans = new Map()
let count = 100

function stored(module, version, more = {}) {
  const artefact = { id: fingerprint(count++), module, version, origin: 'uploaded', size: 212_345, ...more }
  artefacts.push({ storedAt: new Date().toISOString(), storedBy: users[0].name, ...artefact })
  return artefacts[artefacts.length - 1]
}

const artefactOf = (id) => artefacts.find((artefact) => artefact.id === id)
const needers = (name) => [...states.keys()].filter((other) => NEEDS[other]?.includes(name))
const behind = (name) => needers(name).flatMap((other) => [other, ...behind(other)])
/** Those whose pages the browser should have. */
export const serving = (name) => !NAMES.includes(name) || ['active', 'draining'].includes(states.get(name)?.state)

export const versionOf = (name) => (states.has(name) ? artefactOf(states.get(name).artefact).version : '0.1.0')

function moduleJson([name, { artefact, previous, ...rest }]) {
  const { version, origin, signer } = artefactOf(artefact)
  const later = artefacts
    .filter((other) => other.module === name && other.version > version)
    .sort((a, b) => b.version.localeCompare(a.version))[0]
  const dependsOn = NEEDS[name] ?? []
  const told = { name, version, origin, signer, artefact, ...rest, dependsOn, neededBy: needers(name) }
  if (later) told.update = { artefact: later.id, version: later.version }
  if (previous) told.previous = { artefact: previous, version: artefactOf(previous).version }
  return told
}

function planOf({ action, module: asked, artefact }) {
  const target = artefact && artefactOf(artefact)
  const module = asked ?? target?.module
  const now = states.get(module)
  const next = action === 'rollback' ? artefactOf(now.previous) : (target ?? artefacts.find((a) => a.module === module))
  const main = { install: 'installed', update: 'updated', rollback: 'updated', remove: 'removed' }[action]
  const others = [...new Set(behind(module))]
  const plan = {
    id: uuid('00000020', count++),
    action,
    module,
    fromVersion: now && artefactOf(now.artefact).version,
    toVersion: action === 'remove' ? undefined : next.version,
    affected: [
      { module, effect: main },
      ...others.map((other) => ({ module: other, effect: action === 'remove' ? 'stopped' : 'restarted' })),
    ],
    trusted: action === 'remove' || action === 'rollback' || next.origin === 'shipped' || !!next.signer,
    signer: next?.signer,
  }
  const missing = (NEEDS[module] ?? []).filter((other) => !states.has(other))
  if (action === 'install' && missing.length) plan.refusal = reason('needs', 'it needs {modules}', { modules: missing })
  if (next?.fate === 'refused') {
    plan.refusal = reason('base-affected', 'it would replace parts of the base', { bundles: 'io.kontor.kernel' })
  }
  plans.set(plan.id, plan)
  return plan
}

const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds))

async function run(operation, plan, target, hint) {
  const others = plan.affected.slice(1).map(({ module }) => module)
  const set = (name, state, more = {}) =>
    states.has(name) && states.set(name, { ...states.get(name), ...more, state, since: new Date().toISOString() })
  const former = states.get(plan.module)
  const fate = plan.action === 'remove' ? undefined : target.fate
  const steps = STEPS.filter((step) => former || !['drain', 'stop'].includes(step))
  for (const step of plan.action === 'remove' ? ['prepare', 'drain', 'stop', 'refresh', 'record'] : steps) {
    operation.step = step
    hint('operation', operation.id)
    await pause(STEP_MILLISECONDS)
    if (step === 'drain') [plan.module, ...others].forEach((name) => set(name, 'draining'))
    if (step === 'stop') {
      others.forEach((name) =>
        set(name, 'waiting', { reason: reason('waits-for', 'it waits for {modules}', { modules: plan.module }) }),
      )
      if (plan.action === 'remove') states.delete(plan.module)
      else set(plan.module, 'starting')
      hint('module', plan.module)
    }
    if (step === 'start' && fate) break
  }
  const why = {
    throws: reason('start-threw', 'it failed while starting: {message}', { message: 'No table pipeline_stage' }),
    hangs: reason('start-hangs', 'it did not start in {seconds} s', { seconds: 30 }),
    broken: reason('unresolved', 'it needs {requirement}', { requirement: 'package io.kontor.tasks 2.0' }),
  }[fate]
  if (why && former) {
    operation.step = 'roll-back'
    hint('operation', operation.id)
    await pause(STEP_MILLISECONDS * 2)
    states.set(plan.module, former)
  } else if (!why && plan.action !== 'remove') {
    const previous = former && former.artefact !== target.id ? former.artefact : undefined
    states.set(plan.module, { artefact: target.id, previous, state: 'active', since: new Date().toISOString() })
  }
  if (plan.action !== 'remove') {
    ;[plan.module, ...others].forEach((name) => set(name, 'active', { reason: undefined }))
  }
  Object.assign(operation, {
    state: why ? (former ? 'rolled-back' : 'failed') : 'done',
    reason: why,
    ended: new Date().toISOString(),
  })
  hint('module', plan.module)
  hint('operation', operation.id)
}

function begin({ plan: id, trust }, Refusal, hint) {
  const plan = plans.get(id)
  if (!plan) throw new Refusal(409, 'modules.plan-changed', 'Look at the plan again')
  if (log.some(({ state }) => state === 'running')) throw new Refusal(409, 'modules.busy', 'Another one is running')
  if (plan.refusal) throw new Refusal(422, 'modules.refused', plan.refusal.words)
  if (!plan.trusted && !trust) throw new Refusal(422, 'modules.not-trusted', 'It is not signed')
  const operation = {
    id: uuid('00000021', count++),
    action: plan.action,
    module: plan.module,
    fromVersion: plan.fromVersion,
    toVersion: plan.toVersion,
    state: 'running',
    step: 'prepare',
    began: new Date().toISOString(),
    by: users[0].name,
  }
  log.unshift(operation)
  const target =
    plan.action === 'rollback'
      ? artefactOf(states.get(plan.module).previous)
      : artefacts.find((artefact) => artefact.module === plan.module && artefact.version === plan.toVersion)
  void run(operation, plan, target, hint)
  return operation
}

function past(action, module, hours, more = {}) {
  const id = uuid('00000021', count++)
  log.push({
    id,
    action,
    module,
    state: 'done',
    step: 'record',
    began: ago(hours),
    ended: ago(hours),
    by: users[0].name,
    ...more,
  })
}

past('update', 'woocommerce', 26, {
  fromVersion: '0.1.0',
  toVersion: '0.1.1',
  state: 'rolled-back',
  reason: reason('start-threw', 'it failed while starting: {message}', { message: 'No shop answers at startup' }),
})
past('remove', 'demo', 70, { fromVersion: '0.1.0' })
for (let index = 0; index < 64; index++) past('install', NAMES[index % 6], 400 + index, { toVersion: '0.1.0' })
stored('pipeline', '0.2.0', { signer: 'Kontor' })
stored('pipeline', '0.1.4')
stored('telegram', '1.4.2', { size: 1_834_221 })

if (process.env.MOCK_STATES) {
  Object.assign(states.get('woocommerce'), {
    state: 'quarantined',
    reason: reason('start-hangs', 'it did not start', { seconds: 30 }),
  })
  Object.assign(states.get('connector'), {
    state: 'waiting',
    reason: reason('waits-for', 'it waits for {modules}', { modules: 'order' }),
  })
  states.get('catalog').previous = stored('catalog', '0.0.9').id
}

/** The routes of the engine; `bytes` is the body of an upload. */
export function moduleRoutes({ Refusal, hint, page }) {
  const withUse = (artefact) => {
    const { fate, ...told } = artefact
    return { ...told, installed: [...states.values()].some(({ artefact: id }) => id === artefact.id) }
  }
  return [
    ['GET', '/modules', () => ({ items: [...states].map(moduleJson) })],
    ['GET', '/modules/artefacts', () => ({ items: artefacts.map(withUse) })],
    [
      'POST',
      '/modules/artefacts',
      ({ body }) => {
        const text = body.toString('utf8')
        if (text.includes('damaged')) throw new Refusal(422, 'modules.archive-broken', 'It is no module')
        const fate = ['broken', 'hangs', 'refused', 'throws'].find((word) => text.includes(word))
        const [, module = 'pipeline', version = '0.3.0'] = /module=([a-z-]+) version=([\d.]+)/.exec(text) ?? []
        return withUse(stored(module, version, { fate, size: body.length }))
      },
    ],
    [
      'DELETE',
      '/modules/artefacts/:id',
      ({ id }) =>
        void artefacts.splice(
          artefacts.findIndex((one) => one.id === id),
          1,
        ),
    ],
    ['POST', '/modules/plans', ({ body }) => planOf(body)],
    ['POST', '/modules/operations', ({ body }) => begin(body, Refusal, hint)],
    ['GET', '/modules/operations', ({ query }) => page(log, query)],
    ['GET', '/modules/operations/:id', ({ id }) => log.find((operation) => operation.id === id)],
  ]
}

/** A module that is away: the REST side holds requests for it and answers 503 in the end. */
export const isAway = (path) => {
  const name = /^\/([a-z-]+)/.exec(path)?.[1]
  return NAMES.includes(name) && states.get(name)?.state !== 'active'
}
