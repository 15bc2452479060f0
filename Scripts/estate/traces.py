"""Agent traces under the GenAI semantic conventions, made with the OpenTelemetry SDK and its OTLP encoder, and written as
the collector's file exporter writes them: JSON lines, one ExportTraceServiceRequest each, hex ids, integer enums."""
import base64
import json
import random

from google.protobuf.json_format import MessageToDict
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.id_generator import IdGenerator
from opentelemetry.trace import SpanKind, Status, StatusCode


class SeededIDs(IdGenerator):
    def __init__(self, seed):
        self.random = random.Random(seed)

    def generate_span_id(self):
        return self.random.getrandbits(64) | 1

    def generate_trace_id(self):
        return self.random.getrandbits(128) | 1


class Recorder:
    def __init__(self, service, seed):
        self.kept = InMemorySpanExporter()
        resource = Resource({"service.name": service, "service.version": "3.2.0", "telemetry.sdk.name": "opentelemetry",
                             "telemetry.sdk.language": "python"})
        provider = TracerProvider(resource=resource, id_generator=SeededIDs(seed), shutdown_on_exit=False)
        provider.add_span_processor(SimpleSpanProcessor(self.kept))
        self.tracer = provider.get_tracer("larkspur.agents", "1.4.0")
        self.lines = []

    def start(self, name, start, attributes, parent=None, kind=SpanKind.INTERNAL):
        context = trace.set_span_in_context(parent) if parent else None
        return self.tracer.start_span(name, context=context, kind=kind, start_time=nanoseconds(start),
                                      attributes={k: v for k, v in attributes.items() if v is not None})

    def end(self, span, when, error=None):
        if error:
            span.set_attribute("error.type", error)
        span.set_status(Status(StatusCode.ERROR, error) if error else Status(StatusCode.OK))
        span.end(nanoseconds(when))

    def flush(self):
        """Writes the spans kept so far as one export request."""
        spans = sorted(self.kept.get_finished_spans(), key=lambda span: span.start_time)
        self.kept.clear()
        request = MessageToDict(encode_spans(spans), use_integers_for_enums=True)
        for resource in request["resourceSpans"]:
            for scope in resource["scopeSpans"]:
                for span in scope["spans"]:
                    for key in ["traceId", "spanId", "parentSpanId"]:
                        if key in span:
                            span[key] = base64.b64decode(span[key]).hex()
        self.lines.append(json.dumps(request, separators=(",", ":")) + "\n")

    def text(self):
        return "".join(self.lines)


def nanoseconds(moment):
    return int(moment.timestamp()) * 1_000_000_000 + moment.microsecond * 1000
