for (const box of document.querySelectorAll("[data-filter]")) {
  const rows = document.querySelectorAll("#" + box.dataset.filter + " tbody tr");
  box.addEventListener("input", () => {
    const wanted = box.value.normalize("NFC").toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.normalize("NFC").toLowerCase().includes(wanted);
  });
}
const open = () => { const it = document.getElementById(location.hash.slice(1)); if (it instanceof HTMLDetailsElement) it.open = true; };
addEventListener("hashchange", open); open();
