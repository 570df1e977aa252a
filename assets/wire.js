// What Dash asks the server, as it leaves, and what it is answered, as it arrives. What the charts hold is written into
// the question the moment it is asked, and the figures of its answer are taken at once, so that no gesture made between
// the two can ask from a state that is no longer, or not yet, on show.
(function (dashboard) {
  "use strict";
  let last = null; // the question that was asked last; answers to older ones are not taken, as by Dash

  function asksForFigures(payload) {
    return payload.output.includes("answer.data");
  }

  function onRequest(payload) {
    if (asksForFigures(payload)) {
      last = payload;
      payload.state.find(({ id }) => id === "held").value = dashboard.charts.keys();
    }
  }

  function onAnswer(payload, response) {
    if (payload === last && response && response.answer) {
      dashboard.charts.receive(response.answer.data);
    }
  }

  dashboard.wire = { request_pre: onRequest, request_post: onAnswer };
})(window.dashboard);
