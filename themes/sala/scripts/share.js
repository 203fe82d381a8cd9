// Buttons that only a script can press: to share by the phone's own menu, to copy the address, to print.
(() => {
  'use strict'
  const reveal = (button) => { button.closest('[hidden]').hidden = false }

  for (const button of document.querySelectorAll('[data-share]')) {
    if (!navigator.share) continue
    reveal(button)
    button.addEventListener('click', () => {
      // Whoever closes the menu again changed their mind: nothing went wrong.
      navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {})
    })
  }

  for (const button of document.querySelectorAll('[data-print]')) {
    reveal(button)
    button.addEventListener('click', () => window.print())
  }

  /** Copies where the clipboard may not be asked: old phones, and addresses without https. */
  const copyByHand = (text) => {
    const field = document.createElement('textarea')
    field.value = text
    field.className = 'unseen'
    document.body.append(field)
    field.select()
    const isCopied = document.execCommand('copy')
    field.remove()
    return isCopied
  }

  for (const button of document.querySelectorAll('[data-copy]')) {
    const name = button.querySelector('span')
    const before = name.textContent
    const said = document.querySelector('[data-said]')
    let timer = 0
    reveal(button)
    button.addEventListener('click', async () => {
      let isCopied = false
      try {
        await navigator.clipboard.writeText(button.dataset.copy)
        isCopied = true
      } catch {
        isCopied = copyByHand(button.dataset.copy)
        button.focus()
      }
      if (!isCopied) return
      name.textContent = button.dataset.done
      said.textContent = button.dataset.done
      clearTimeout(timer)
      timer = setTimeout(() => {
        name.textContent = before
        said.textContent = ''
      }, 4000)
    })
  }
})()
