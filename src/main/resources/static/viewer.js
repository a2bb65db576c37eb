// The viewer works without this script, as pictures one below another; it only saves steps.
(() => {
  "use strict";
})();
