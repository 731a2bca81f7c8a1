"""Requests laid out: rows for a shape, and the places of its words. Pure."""

from __future__ import annotations

from truenorth.charts.plans import groups, history, spark
from truenorth.charts.plans.plan import Plan
from truenorth.charts.request import GroupsRequest, HistoryRequest, Request, SparkRequest

__all__ = ["Plan", "plan_for"]


def plan_for(request: Request) -> Plan:
    """The plan of any request."""
    match request:
        case HistoryRequest():
            return history.plan(request)
        case GroupsRequest():
            return groups.plan(request)
        case SparkRequest():
            return spark.plan(request)
    raise TypeError(f"{type(request).__name__} is no request for a chart")
