{
  // What every page begins with is asked for before its scripts are here; `earlyAnswer` hands it out.
  const ask = (address) => {
    const answer = fetch(address, {
      cache: 'no-store',
      headers: { Accept: 'application/json, application/problem+json' },
    })
    answer.catch(() => undefined) // whoever takes it is told
    return answer
  }
  const soon = (rel, href) => {
    const link = Object.assign(document.createElement('link'), { rel, href })
    link.addEventListener('error', () => link.remove()) // `addStyle` tries again
    document.head.append(link)
  }
  const modules = ask('/ui/modules')
  window.kontorEarly = { '/ui/modules': modules, '/api/access/session': ask('/api/access/session') }
  modules
    .then((response) => (response.ok ? response.clone().json() : []))
    .then((offers) => {
      for (const { entry, style } of offers) {
        soon('modulepreload', entry)
        if (style) soon('stylesheet', style)
      }
    })
    .catch(() => undefined)
}
